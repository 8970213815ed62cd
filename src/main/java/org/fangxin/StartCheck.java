package org.fangxin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fangxin.database.UnsafeServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * What can be seen at once is said at once, before the database is started: that the port belongs to another program,
 * and that nothing can be written where everything is kept.
 */
class StartCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    @Override
    public int getOrder() {
        // after the settings have been read
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        writable(Path.of(environment.getProperty("fangxin.home", "./var")));
        if (environment.getProperty("server.port") != null) {
            free(environment.getProperty("server.port", Integer.class, 0), environment.getProperty("server.address"));
        }
    }

    static void writable(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "written", ".try"));
        } catch (FileSystemException refused) {
            throw new UnsafeServer(
                    "数据目录 " + folder + " 不能写：只读，或者没有权限。请让运行 Fangxin 的用户可以写这个目录，或者用 FANGXIN_HOME 换一个目录。", refused);
        } catch (IOException broken) {
            throw new UnsafeServer("数据目录 " + folder + " 写不进去，磁盘可能满了或者有故障。请检查磁盘，或者用 FANGXIN_HOME 换一个目录。", broken);
        }
    }

    static void free(int port, @Nullable String address) {
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException taken) {
            throw new UnsafeServer(taken(port), taken);
        }
    }

    static String taken(int port) {
        return "端口 " + port + " 不能用：别的程序正在用它，或者没有权限。请先停止那个程序，或者用 FANGXIN_PORT 换一个端口，例如 FANGXIN_PORT=8090。";
    }
}
