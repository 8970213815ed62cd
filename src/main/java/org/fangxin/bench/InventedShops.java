package org.fangxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.fangxin.merchant.SocialCreditCode;

/**
 * An extract of a registry that is invented from a seed: names of a place, two or three characters and a trade, a sixth of
 * them 超市, codes with a right check character.
 */
final class InventedShops {
    private static final String CODES = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String WORDS =
            "安宝昌辰成诚春达大德东丰福富广贵海航和恒宏华辉惠吉佳嘉建锦金晶久聚康乐利联龙隆茂美民明宁鹏平祺前庆荣瑞润" + "森盛胜顺泰天通同旺祥晓鑫信兴星旭雅阳耀怡颐义亿益逸银盈永友裕元悦云泽展兆正志智中众卓";
    private static final List<String> TRADES =
            List.of("超市", "超市", "便利店", "餐饮店", "服装店", "药店", "手机店", "电器商行", "建材经营部", "美容店", "汽车维修部", "食品有限公司");

    private final List<String[]> places;
    private final Random random;

    /** @param places code and name of each county */
    InventedShops(List<String[]> places, long seed) {
        this.places = places;
        this.random = new Random(seed);
    }

    Path write(Path file, int rows) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("统一社会信用代码,名称,别名,类型,登记状态,住所,行政区划代码,行业,成立日期\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    private String row(int n) {
        String[] place = places.get((int) (places.size() * Math.pow(random.nextDouble(), 2)));
        String trade = TRADES.get(random.nextInt(TRADES.size()));
        String mark = word(2 + random.nextInt(2));
        String name = place[1] + mark + trade;
        String alias = random.nextInt(5) == 0 ? mark + "记" : "";
        String status = random.nextInt(12) == 0 ? "注销" : "存续";
        return String.join(
                        ",",
                        code(place[0], n),
                        name,
                        alias,
                        trade.endsWith("公司") ? "企业" : "个体工商户",
                        status,
                        place[1] + word(1) + word(1) + "路" + (1 + random.nextInt(300)) + "号",
                        place[0],
                        trade,
                        (2000 + random.nextInt(26)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10))
                + "\n";
    }

    private String word(int characters) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            out.append(WORDS.charAt(random.nextInt(WORDS.length())));
        }
        return out.toString();
    }

    private static String code(String county, int n) {
        StringBuilder organisation = new StringBuilder("MB");
        int left = n;
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            digits.append(CODES.charAt(left % CODES.length()));
            left /= CODES.length();
        }
        organisation.append(digits.reverse());
        String start = "92" + county + organisation;
        for (int i = 0; i < CODES.length(); i++) {
            String whole = start + CODES.charAt(i);
            if (SocialCreditCode.check(whole) == SocialCreditCode.Verdict.RIGHT) {
                return whole;
            }
        }
        throw new IllegalStateException("no check character fits " + start);
    }
}
