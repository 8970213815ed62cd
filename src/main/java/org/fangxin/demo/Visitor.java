package org.fangxin.demo;

/**
 * An invented person who submits something: names end in 样例, telephones are 138 0000 xxxx, nobody has an ID number.
 *
 * @param number makes telephone and address
 */
record Visitor(String name, int number) {
    static Visitor of(String surname, int number) {
        return new Visitor(surname + "样例", number);
    }

    static String phone(int number) {
        return "1380000%04d".formatted(number);
    }

    String phone() {
        return phone(number);
    }

    String address() {
        return "甘肃省平凉市崇信县锦屏镇样例小区%d号".formatted(number);
    }
}
