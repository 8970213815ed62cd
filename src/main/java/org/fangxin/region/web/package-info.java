/** Region over HTTP: divisions, agencies, competence. */
@org.jspecify.annotations.NullMarked
package org.fangxin.region.web;
