package org.fangxin.document.internal.pdf;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;

/** A footer with the page's number in it. */
final class PageField {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final XWPFParagraph paragraph;

    PageField(XWPFParagraph paragraph) {
        this.paragraph = paragraph;
    }

    /** The text before the number and the text after it; what the field last showed is left out. */
    String[] around() {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        boolean[] inside = new boolean[1];
        boolean[] passed = new boolean[1];
        try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
            while (cursor.hasNextToken()) {
                XmlCursor.TokenType token = cursor.toNextToken();
                if (token.isEnddoc() || token.isNone()) {
                    break;
                }
                if (token.isEnd() && cursor.getName() == null) {
                    continue;
                }
                if (!token.isStart() || !WORD.equals(cursor.getName().getNamespaceURI())) {
                    continue;
                }
                switch (cursor.getName().getLocalPart()) {
                    case "fldChar" -> {
                        String kind = cursor.getAttributeText(new javax.xml.namespace.QName(WORD, "fldCharType"));
                        inside[0] = !"end".equals(kind);
                        passed[0] |= "end".equals(kind);
                    }
                    case "fldSimple" -> passed[0] = true;
                    case "t" -> {
                        if (!inside[0]) {
                            (passed[0] ? after : before).append(cursor.getTextValue());
                        }
                    }
                    default -> {}
                }
            }
        }
        return new String[] {before.toString(), after.toString()};
    }
}
