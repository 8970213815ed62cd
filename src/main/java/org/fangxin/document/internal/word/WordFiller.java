package org.fangxin.document.internal.word;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.policy.TextRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fills a Word template. Templates and values are what people wrote: every tag prints text, whatever sign stands in it, so
 * that none reaches for a picture, a file or an address.
 */
@Component
public class WordFiller {
    /** Where the seal goes; without one the paper says where it belongs. */
    public static final String SEAL = "印章";

    private static final char[] SIGNS = {'@', '#', '*', '+'};

    /** @param seal a PNG, or null for a form without seal or an agency that has not handed one in */
    public byte[] fill(byte[] template, Map<String, Object> values, byte @Nullable [] seal, String title) {
        try (XWPFTemplate filled = XWPFTemplate.compile(new ByteArrayInputStream(template), configuration(seal))
                        .render(values);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFDocument word = filled.getXWPFDocument();
            new Lines(word).tidy();
            RunFonts.restore(word.getParagraphs(), word.getTables());
            word.getProperties().getCoreProperties().setTitle(title);
            word.getProperties().getCoreProperties().setCreator("");
            word.write(out);
            return out.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot fill a template", unreadable);
        }
    }

    static Configure configuration(byte @Nullable [] seal) {
        ConfigureBuilder builder = Configure.builder();
        for (char sign : SIGNS) {
            builder.addPlugin(sign, new TextRenderPolicy());
        }
        builder.bind(SEAL, new SealPolicy(seal));
        return builder.build();
    }

    private static final class SealPolicy extends AbstractRenderPolicy<Object> {
        private final byte @Nullable [] png;

        SealPolicy(byte @Nullable [] png) {
            this.png = png;
        }

        @Override
        public void doRender(RenderContext<Object> context) {
            XWPFRun run = context.getRun();
            if (png == null) {
                run.setText(String.valueOf(context.getData()), 0);
            } else {
                run.setText("", 0);
                new Seal(png).over(run);
            }
        }
    }
}
