package org.fangxin.identity;

/** How a person stands with the second factor of sign-in, a code of one time by the clock. */
public enum SecondFactor {
    /** Neither in use nor asked for. */
    NONE,
    /** Not in use; the person is asked to enrol and may work without. */
    SUGGESTED,
    /** Not in use, and nothing else may be done before it is. */
    REQUIRED,
    /** The password was right, the code is still missing: nobody is signed in yet. */
    CODE_WANTED,
    /** In use. */
    IN_USE
}
