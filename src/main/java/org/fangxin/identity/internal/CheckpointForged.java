package org.fangxin.identity.internal;

import java.nio.file.Path;

/** A line of the checkpoints that this program did not write, or wrote otherwise. */
final class CheckpointForged extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final long seq;

    /** @param seq the number of the record that the line says it is about */
    CheckpointForged(Path file, int line, String seq) {
        super("审计检查点文件 " + file + " 第 " + line + " 行被改过：签名不对。请保留这个文件交审计员，从抄送的另一台机器或者备份取回原来的文件，再启动。");
        this.seq = seq.matches("\\d{1,18}") ? Long.parseLong(seq) : 1;
    }

    long seq() {
        return seq;
    }
}
