package org.fangxin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.fangxin.problem.Problem;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives each address of the three web applications its HTML: the public pages one file each, rendered by the build; the
 * desk and the merchant's desk one file for all. The HTML is asked for anew every time, everything it names may be kept for a year.
 */
@Controller
class PagesController {
    @GetMapping("/")
    String home(HttpServletResponse response) {
        return page("home", response);
    }

    @GetMapping("/{page:submit|submitted|track|mediation|law|help|privacy|accessibility}")
    String publicPage(@PathVariable String page, HttpServletResponse response) {
        return page(page, response);
    }

    @GetMapping({"/desk", "/desk/**", "/admin", "/admin/**", "/sign-in"})
    String desk(HttpServletResponse response) {
        return page("desk", response);
    }

    /** Keeps the desk's field pages on the device; it lies where those pages are, for it may serve none above it. */
    @GetMapping("/desk/field-worker.js")
    String fieldWorker(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        return "forward:/pages/field-worker.js";
    }

    @GetMapping({"/merchant", "/merchant/**"})
    String merchant(HttpServletResponse response) {
        return page("merchant", response);
    }

    /** Any other address in a browser: the page that says so; to a program the same as a problem. */
    @GetMapping("/{place:(?!api|assets|actuator|error|oauth2|pages|v3)[\\w-]+}/**")
    String missing(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept, HttpServletResponse response) {
        if (!accept.contains(MediaType.TEXT_HTML_VALUE)) {
            throw Problem.notFound();
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "forward:/error/404.html";
    }

    private static String page(String name, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        return "forward:/pages/" + name + ".html";
    }

    /** Files in {@code /assets} carry a fingerprint in their names, so they never change. */
    @Configuration
    static class Assets implements WebMvcConfigurer {
        private static final Duration YEAR = Duration.ofDays(365);

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/assets/**")
                    .addResourceLocations("classpath:/static/assets/")
                    .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
        }
    }
}
