package org.fangxin.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellAddress;

/**
 * Cells drawn as one over several rows: a reader sees the value beside each of them, the file holds it in the first row
 * alone. Merging across columns says nothing about a row and is left.
 */
final class MergedCells {
    private static final XMLInputFactory XML = factory();

    private record Span(int firstRow, int lastRow, int column) {}

    private final List<Span> spans;
    private final Map<Span, String> values = new HashMap<>();

    private MergedCells(List<Span> spans) {
        this.spans = spans;
    }

    /** @param index of the sheet in the workbook, from nought */
    static MergedCells of(byte[] packed, int index) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            String id = attributes(zip, "xl/workbook.xml", "sheet", "id").get(index);
            List<String> ids = attributes(zip, "xl/_rels/workbook.xml.rels", "Relationship", "Id");
            List<String> targets = attributes(zip, "xl/_rels/workbook.xml.rels", "Relationship", "Target");
            String target = targets.get(ids.indexOf(id));
            String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            List<Span> spans = new ArrayList<>();
            for (String range : attributes(zip, part, "mergeCell", "ref")) {
                String[] ends = range.split(":");
                CellAddress first = new CellAddress(ends[0]);
                CellAddress last = new CellAddress(ends[ends.length - 1]);
                if (last.getRow() > first.getRow()) {
                    spans.add(new Span(first.getRow() + 1, last.getRow() + 1, first.getColumn()));
                }
            }
            return new MergedCells(List.copyOf(spans));
        }
    }

    /** Writes the value of the first row into the others'. Rows come from above to below. */
    void spread(int row, List<String> cells) {
        for (Span span : spans) {
            if (row == span.firstRow() && span.column() < cells.size()) {
                values.put(span, cells.get(span.column()));
            } else if (row > span.firstRow()
                    && row <= span.lastRow()
                    && cells.stream().anyMatch(c -> !c.isBlank())) {
                while (cells.size() <= span.column()) {
                    cells.add("");
                }
                if (cells.get(span.column()).isBlank()) {
                    cells.set(span.column(), values.getOrDefault(span, ""));
                }
            }
        }
    }

    private static List<String> attributes(ZipFile zip, String part, String element, String attribute)
            throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("No such part: " + part);
        }
        List<String> found = new ArrayList<>();
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    found.add(of(xml, attribute));
                }
            }
            return found;
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    /** An attribute by its local name; with a prefix before one without, as a sheet has an own id and one of its part. */
    private static String of(XMLStreamReader xml, String name) {
        String plain = "";
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                if (!xml.getAttributePrefix(i).isEmpty()) {
                    return xml.getAttributeValue(i);
                }
                plain = xml.getAttributeValue(i);
            }
        }
        return plain;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
