package org.fangxin.safety;

import java.util.ArrayList;
import java.util.List;

/** Texts that would run something where they were taken for markup: each calls {@code fx8} with its own number. */
final class ScriptTexts {
    static final String MARK = "fx8(";

    /** What would run, written for a place; {@code @} is the call. */
    private static final List<String> ALONE = List.of(
            "<script>@</script>",
            "<SCRIPT>@</SCRIPT>",
            "<script >@</script >",
            "<script/x>@</script>",
            "<scr<script>ipt>@</scr</script>ipt>",
            "<script>//\n@</script>",
            "<script type=module>@</script>",
            "<script src=data:text/javascript,@></script>",
            "<script src=//fx8.invalid/a.js></script>@",
            "<svg><script>@</script></svg>",
            "<svg><script>&#102;x8(0)</script></svg>@",
            "<svg onload=@>",
            "<svg/onload=@>",
            "<svg><animate onbegin=@ attributeName=x dur=1s>",
            "<svg><set onbegin=@ attributeName=x>",
            "<svg><a xlink:href=javascript:@><text y=20>点</text></a></svg>",
            "<svg><use href=data:image/svg+xml,@>",
            "<svg><foreignObject><img src=x onerror=@></foreignObject></svg>",
            "<math><mtext><img src=x onerror=@></mtext></math>",
            "<math><a href=javascript:@>点</a></math>",
            "<img src=x onerror=@>",
            "<img src=x onerror='@'>",
            "<img src=x onerror=\"@\">",
            "<img/src=x/onerror=@>",
            "<img\nsrc=x\nonerror=@\n>",
            "<img src=x:x onerror\u000c=@>",
            "<image src=x onerror=@>",
            "<img srcset=x onerror=@>",
            "<img src=javascript:@>",
            "<img src=x onerror=eval(atob('Zng4KDAp'))>@",
            "<video src=x onerror=@></video>",
            "<video><source onerror=@></video>",
            "<audio src=x onerror=@></audio>",
            "<body onload=@>",
            "<iframe srcdoc='<script>parent.@</script>'></iframe>",
            "<iframe src=javascript:parent.@></iframe>",
            "<iframe onload=@></iframe>",
            "<frameset onload=@>",
            "<object data=javascript:@></object>",
            "<object data=data:text/html,@></object>",
            "<embed src=javascript:@>",
            "<input autofocus onfocus=@>",
            "<select autofocus onfocus=@><option>一</option></select>",
            "<textarea autofocus onfocus=@>",
            "<button autofocus onfocus=@>点</button>",
            "<details open ontoggle=@>详</details>",
            "<marquee onstart=@>动</marquee>",
            "<p onmouseover=@>移</p>",
            "<p onpointerenter=@ style=position:fixed;inset:0>盖</p>",
            "<a href=javascript:@>点</a>",
            "<a href='java\tscript:@'>点</a>",
            "<a href=' javascript:@'>点</a>",
            "<a href=&#106;avascript:@>点</a>",
            "<a href=JaVaScRiPt:@>点</a>",
            "<a href=vbscript:@>点</a>",
            "<a href=data:text/html,@>点</a>",
            "<form action=javascript:@><button>交</button></form>",
            "<form><button formaction=javascript:@>交</button></form>",
            "<isindex action=javascript:@ type=submit>",
            "<meta http-equiv=refresh content='0;url=javascript:@'>",
            "<base href=javascript:@//>",
            "<link rel=stylesheet href=javascript:@>",
            "<link rel=import href=data:text/html,@>",
            "<style>@import 'javascript:@';</style>",
            "<style>*{background:url(javascript:@)}</style>",
            "<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=@>动</p>",
            "<div style='background:url(javascript:@)'>底</div>",
            "<div style=width:expression(@)>宽</div>",
            "<xss onfocus=@ tabindex=1 autofocus>",
            "<template><img src=x onerror=@></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=@>\">",
            "<p id=\"</p><img src=x onerror=@>\">",
            "<title><img src=x onerror=@></title>",
            "<textarea><img title=\"</textarea><img src=x onerror=@>\">",
            "<math><mi//xlink:href=\"data:x,<script>@</script>\">",
            "<math><style><img title=\"</style><img src=x onerror=@>\"></math>",
            "<svg></p><style><a id=\"</style><img src=1 onerror=@>\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=@>",
            "<table><td><script>@</script></td></table>",
            "<select><noembed></select><script x=\"></noembed>@</script>",
            "<listing>&lt;img src=x onerror=@&gt;</listing>",
            "&lt;img src=x onerror=@&gt;",
            "&amp;lt;script&amp;gt;@&amp;lt;/script&amp;gt;",
            "%3Cscript%3E@%3C/script%3E",
            "\\u003cscript\\u003e@\\u003c/script\\u003e",
            "＜script＞@＜/script＞",
            "<!--><img src=x onerror=@>-->",
            "<!--[if gte IE 4]><script>@</script><![endif]-->",
            "<![CDATA[<script>@</script>]]>",
            "<?xml version=\"1.0\"?><script xmlns=\"http://www.w3.org/1999/xhtml\">@</script>",
            "]]><script>@</script>",
            "javascript:@",
            "javascript:/*--></title></style></textarea></script><svg/onload=@>",
            "data:text/html,<script>@</script>",
            "{{@}}",
            "{{constructor.constructor('@')()}}",
            "{{$emit.constructor('@')()}}",
            "{{_c.constructor('@')()}}",
            "{{toString().constructor.constructor('@')()}}",
            "<div v-html=\"'<img src=x onerror=@>'\"></div>",
            "<p v-on:mouseenter=@>移</p>",
            "<component :is=\"'script'\">@</component>",
            "${@}",
            "#{@}",
            "<%= @ %>",
            "[链接](javascript:@)",
            "![图](x\"onerror=\"@)",
            "<img src=x onerror=alert(8)>@");

    /** What closes the place where a text may stand before it begins anew. */
    private static final List<String> CLOSING = List.of(
            "\">",
            "'>",
            "--></",
            "</script>",
            "</style>",
            "</textarea>",
            "</title>",
            "\" onfocus=@ autofocus x=\"",
            "' onfocus=@ autofocus x='",
            "`-@-`",
            "';@;//",
            "\";@;//",
            "\\\";@;//",
            "</p></div></main>");

    private ScriptTexts() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String one : ALONE) {
            all.add(numbered(one, all.size()));
        }
        for (String closing : CLOSING) {
            all.add(numbered(closing.contains("@") ? closing : closing + "<img src=x onerror=@>", all.size()));
        }
        return all;
    }

    private static String numbered(String text, int number) {
        // the CSS rule's own sign is none of ours
        return text.replace("@import", "\u0001import")
                .replace("@keyframes", "\u0001keyframes")
                .replace("@", MARK + number + ")")
                .replace('\u0001', '@');
    }
}
