/**
 * Mediation beyond the acts of the case: the online room of both parties and the mediator, the diary of sessions, and the
 * follow-up of agreements. Hears the journal; whatever decides a case is an act of the case file.
 */
@NullMarked
package org.fangxin.mediation;

import org.jspecify.annotations.NullMarked;
