package org.fangxin.identity;

import java.util.EnumSet;
import java.util.Set;

/** Who acts (procedures of the field, §0), and the three administrators who never open a case. */
public enum Role {
    COMPLAINANT("投诉人"),
    REPORTER("举报人"),
    ASKER("咨询建议人"),
    AGENT("受托人"),
    REPRESENTATIVE("代表人"),
    RESPONDENT("被投诉人"),
    REGISTRAR("登记员"),
    INTAKE("分送员"),
    HANDLER("承办人"),
    MEDIATOR("调解人员"),
    ENTRUSTED("受委托组织人员"),
    INVESTIGATOR("核查办案人员"),
    UNIT_HEAD("承办机构负责人"),
    LEADER("市场监管部门负责人"),
    SUPERIOR("上级机关"),
    IDENTITY_KEEPER("举报人身份保管员"),
    ARCHIVIST("档案员"),
    SYSTEM("系统"),
    SYSTEM_ADMIN("系统管理员"),
    SECURITY_ADMIN("安全管理员"),
    AUDITOR("审计员");

    /** The three administrators (三员), kept apart from each other and from every case. */
    public static final Set<Role> ADMINISTRATORS = Set.copyOf(EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR));

    /** The roles of an agency's staff, who work on cases. */
    public static final Set<Role> OFFICERS = Set.copyOf(EnumSet.range(REGISTRAR, ARCHIVIST));

    private final String chinese;

    Role(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether this is one of the three administrators. */
    public boolean isAdministrator() {
        return ADMINISTRATORS.contains(this);
    }
}
