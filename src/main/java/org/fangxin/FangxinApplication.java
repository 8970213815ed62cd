package org.fangxin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class FangxinApplication {
    public static void main(String[] args) {
        SpringApplication.run(FangxinApplication.class, args);
    }
}
