package vn.lienket.programme.web;

/**
 * What the page shows of an activity's indicator.
 *
 * @param chart as {@link Charts} writes it, or null
 * @param newest the value measured last that nothing corrects, or null
 * @param distance how far it is from the target, or null
 * @param rule what may be reckoned with the values
 * @param corrects whether who looks at it may correct a value
 */
record IndicatorCard(
        IndicatorList.Item item,
        String chart,
        ActivityView.ValueView newest,
        String distance,
        String rule,
        boolean corrects) {}
