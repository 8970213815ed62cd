package org.fangxin.identity.web;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's document says what the doors do: a session or a program's token for every call, and for which neither is asked. */
@Configuration(proxyBeanMethods = false)
class DoorsDescribed {
    private static final String SESSION = "session";
    private static final String TOKEN = "token";

    @Bean
    OpenApiCustomizer doorsInTheDocument() {
        return document -> {
            document.getComponents()
                    .addSecuritySchemes(
                            SESSION,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.COOKIE)
                                    .name(SessionConfiguration.COOKIE))
                    .addSecuritySchemes(
                            TOKEN,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"));
            document.security(
                    List.of(new SecurityRequirement().addList(SESSION), new SecurityRequirement().addList(TOKEN)));
            document.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, call) -> {
                        if (PublicCalls.open(method.name(), path)) {
                            call.security(List.of(new SecurityRequirement()));
                        }
                    }));
        };
    }
}
