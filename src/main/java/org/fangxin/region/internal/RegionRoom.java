package org.fangxin.region.internal;

import org.fangxin.identity.AgencyNames;
import org.fangxin.identity.AuditLog;
import org.fangxin.region.Agencies;
import org.fangxin.region.Competence;
import org.fangxin.region.Divisions;
import org.fangxin.region.FactsCheck;
import org.fangxin.region.OfficeFinder;
import org.fangxin.region.Routing;
import org.fangxin.region.store.AgencyRefresh;
import org.fangxin.region.store.AgencyStore;
import org.fangxin.region.store.OfficeStore;
import org.fangxin.region.store.RegionLoader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the room together: what is shipped goes into the database once, what is there goes into memory. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RegionRoom {
    @Bean
    @DependsOnDatabaseInitialization
    AgencyStore agencyStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        new RegionLoader(jdbc, new TransactionTemplate(transactions)).load(DivisionFile.read());
        return new AgencyStore(jdbc);
    }

    @Bean
    OfficeStore officeStore(JdbcClient jdbc) {
        return new OfficeStore(jdbc);
    }

    @Bean
    Divisions divisions(AgencyStore store) {
        return new DivisionTable(store.divisions());
    }

    @Bean
    AgencyRefresh agencyRefresh(AgencyStore store) {
        return new AgencyRefresh(store);
    }

    @Bean
    Agencies agencies(AgencyRefresh refresh) {
        return refresh.agencies();
    }

    @Bean
    AdministrativeAct administrativeAct(PlatformTransactionManager transactions, AuditLog audit) {
        return new AdministrativeAct(new TransactionTemplate(transactions), audit);
    }

    @Bean
    AgencyAdministration agencyAdministration(
            Divisions divisions, AgencyStore store, AgencyRefresh refresh, AdministrativeAct act) {
        return new AgencyAdministration(refresh.agencies(), divisions, store, refresh, act);
    }

    @Bean
    OfficeAdministration officeAdministration(
            Agencies agencies, Divisions divisions, OfficeStore offices, AdministrativeAct act) {
        return new OfficeAdministration(agencies, divisions, offices, act);
    }

    /** Agencies for the accounts of people and programs. */
    @Bean
    AgencyNames agencyNames(Agencies agencies) {
        return code -> agencies.find(code).map(agency -> new AgencyNames.Named(agency.code(), agency.name()));
    }

    @Bean
    Competence competence(Agencies agencies) {
        return new LegalCompetence(agencies);
    }

    @Bean
    FactsCheck factsCheck(Divisions divisions, Agencies agencies) {
        return new FactsCheck(divisions, agencies);
    }

    @Bean
    OfficeFinder officeFinder(Agencies agencies, Divisions divisions, OfficeStore offices) {
        return new AddressOffices(agencies, divisions, offices);
    }

    @Bean
    Routing routing(Agencies agencies, @Value("${fangxin.route.order:PLACE_FIRST}") Routing.Order order) {
        return new Routing(agencies, order);
    }
}
