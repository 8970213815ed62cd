package org.fangxin;

import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A file that is streamed is written by the thread of its request: the mock response is no server's, and two threads that
 * write its headers in the same moment break it.
 */
@Component
class StreamsInTheSameThread implements WebMvcConfigurer {
    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        configurer.setTaskExecutor(new TaskExecutorAdapter(new SyncTaskExecutor()));
    }
}
