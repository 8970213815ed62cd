package org.fangxin.demo;

import java.util.List;
import java.util.Set;
import org.fangxin.identity.Role;

/** One invented officer or administrator of the demo. */
enum Account {
    DENGJI("dengji", "陈登记", "620823", Role.REGISTRAR),
    FENSONG("fensong", "褚分送", "620823", Role.INTAKE),
    LIMING("liming", "李明", "620823", Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR, Role.REGISTRAR),
    WANGFANG("wangfang", "王芳", "620823", Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR),
    KEZHANG("kezhang", "孙科长", "620823", Role.UNIT_HEAD),
    JUZHANG("juzhang", "吴局长", "620823", Role.LEADER),
    BAOGUAN("baoguan", "郑保管", "620823", Role.IDENTITY_KEEPER),
    DANGAN("dangan", "冯档案", "620823", Role.ARCHIVIST),
    JINPING("jinping", "卫锦屏", "620823100", Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR),
    PINGLIANG("pingliang", "蒋平凉", "6208", Role.INTAKE, Role.SUPERIOR),
    PLJUZHANG("pljuzhang", "沈局长", "6208", Role.LEADER, Role.SUPERIOR),
    LINGTAI("lingtai", "韩灵台", "620822", Role.HANDLER, Role.INTAKE),
    SYSADMIN("demo-sysadmin", "演示系统管理员", "62", Role.SYSTEM_ADMIN),
    SECADMIN("demo-secadmin", "演示安全管理员", "62", Role.SECURITY_ADMIN),
    AUDITOR("demo-auditor", "演示审计员", "62", Role.AUDITOR);

    /** Of every demo account; told in the accounts' file and meant for looking around only. */
    static final String PASSWORD = "Fangxin-Demo-2026";

    private final String username;
    private final String displayName;
    private final String agency;
    private final Set<Role> roles;

    Account(String username, String displayName, String agency, Role... roles) {
        this.username = username;
        this.displayName = displayName;
        this.agency = agency;
        this.roles = Set.of(roles);
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    String agency() {
        return agency;
    }

    Set<Role> roles() {
        return roles;
    }

    /** The roles in Chinese, in the order in which they are declared. */
    String duties() {
        List<String> names = roles.stream().sorted().map(Role::chinese).toList();
        return String.join("、", names);
    }
}
