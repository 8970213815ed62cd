package org.fangxin.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lets the PostgreSQL driver talk over the server's private socket. Named in the URL ({@code socketFactory}), the
 * socket's path is {@code socketFactoryArg}.
 */
public final class UnixSocketFactory extends SocketFactory {
    private final Path path;

    public UnixSocketFactory(String path) {
        this.path = Path.of(path);
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(path);
    }

    @Override
    public Socket createSocket(String host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket();
    }

    /** A socket over a channel; read time-outs do not act, the server's statement_timeout does. */
    private static final class UnixSocket extends Socket {
        private final Path path;
        private @Nullable SocketChannel channel;
        private @Nullable InputStream in;
        private @Nullable OutputStream out;

        UnixSocket(Path path) {
            this.path = path;
        }

        @Override
        public void connect(SocketAddress ignored) throws IOException {
            SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel = opened;
            opened.connect(UnixDomainSocketAddress.of(path));
            in = Channels.newInputStream(opened);
            out = Channels.newOutputStream(opened);
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            connect(address);
        }

        private static <T> T connected(@Nullable T stream) {
            return Objects.requireNonNull(stream, "not connected");
        }

        @Override
        public InputStream getInputStream() {
            return connected(in);
        }

        @Override
        public OutputStream getOutputStream() {
            return connected(out);
        }

        @Override
        public boolean isConnected() {
            return channel != null && channel.isConnected();
        }

        @Override
        public boolean isClosed() {
            return channel != null && !channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            if (channel != null) {
                channel.close();
            }
        }

        @Override
        public void setSoTimeout(int timeout) {
            // see the class comment
        }

        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public void setTcpNoDelay(boolean on) {
            // no such thing on a local socket
        }

        @Override
        public void setKeepAlive(boolean on) {
            // no such thing on a local socket
        }
    }
}
