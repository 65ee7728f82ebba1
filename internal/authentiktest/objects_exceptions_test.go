package authentiktest_test

// notImitatedObjects lists the exchanges of testdata/objects that the stand-in deliberately answers
// otherwise, by pattern (release/series/exchange), with the reason.
var notImitatedObjects = map[string]string{}
