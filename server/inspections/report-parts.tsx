import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { FAMILIES } from "./fonts/report-fonts";
import type { Both } from "./report-words";

const INK = "#1b2430";
const SECOND = "#5a6675";
const LINE = "#c9d1da";
const SUNKEN = "#f1f4f7";

export const styles = StyleSheet.create({
  page: { fontFamily: FAMILIES, fontSize: 9, color: INK, padding: 36, paddingBottom: 48 },
  // Not on the page itself: its foot would then be measured as nothing.
  body: { fontSize: 9, lineHeight: 1.35 },
  head: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-start", marginBottom: 10 },
  title: { fontSize: 18, fontWeight: 700, lineHeight: 1.2 },
  second: { color: SECOND },
  secondHeading: { color: SECOND, fontSize: 9 },
  draft: { fontSize: 11, fontWeight: 700, borderWidth: 1, borderColor: INK, padding: 5 },
  grid: { flexDirection: "row", flexWrap: "wrap", borderTopWidth: 1, borderColor: LINE, marginBottom: 10 },
  box: { width: "33.33%", paddingVertical: 4, paddingRight: 8, borderBottomWidth: 1, borderColor: LINE },
  wide: { width: "100%" },
  label: { color: SECOND, fontSize: 7 },
  value: { fontSize: 9, fontWeight: 700 },
  section: { marginTop: 8 },
  heading: { fontSize: 11, fontWeight: 700, marginBottom: 3 },
  row: { flexDirection: "row", borderBottomWidth: 1, borderColor: LINE },
  headRow: { backgroundColor: SUNKEN },
  cell: { padding: 3, fontSize: 8 },
  verdict: { borderWidth: 2, borderColor: INK, padding: 8, marginBottom: 6 },
  verdictWord: { fontSize: 16, fontWeight: 700, lineHeight: 1.2 },
  mono: { fontSize: 7 },
  photos: { flexDirection: "row", flexWrap: "wrap" },
  photo: { width: "33.33%", paddingRight: 6, paddingBottom: 6 },
  foot: {
    position: "absolute",
    bottom: 22,
    left: 36,
    right: 36,
    flexDirection: "row",
    justifyContent: "space-between",
  },
});

/** Two languages, the second paler. */
function Words({ of: [first, second] }: { readonly of: Both }) {
  return (
    <>
      {first}
      {second !== first && <Text style={styles.second}> {second}</Text>}
    </>
  );
}

/** Two languages on one line. */
export function Pair({ of, isSmall = false }: { readonly of: Both; readonly isSmall?: boolean }) {
  return (
    <Text style={isSmall ? styles.label : {}}>
      <Words of={of} />
    </Text>
  );
}

/** A labelled value of the head. */
export function Box({
  label,
  children,
  isWide = false,
}: {
  readonly label: Both;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}) {
  return (
    <Text style={isWide ? [styles.box, styles.wide] : styles.box} wrap={false}>
      <Text style={styles.label}>
        <Words of={label} />
        {"\n"}
      </Text>
      <Text style={styles.value}>{children}</Text>
    </Text>
  );
}

export function Section({ title: [first, second], children }: { readonly title: Both; readonly children: ReactNode }) {
  return (
    <View style={styles.section}>
      <Text style={styles.heading} minPresenceAhead={40}>
        {first} <Text style={styles.secondHeading}>{second}</Text>
      </Text>
      {children}
    </View>
  );
}

type Cell = Both | string | number;

function Cells({ of, widths }: { readonly of: readonly Cell[]; readonly widths: readonly number[] }) {
  return of.map((cell, at) => (
    // Cells of one row have no other name than their place.
    <Text key={`${at}`} style={[styles.cell, { width: `${widths[at] ?? 10}%` }]}>
      {typeof cell === "object" ? <Words of={cell} /> : cell}
    </Text>
  ));
}

type RowsProps = {
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Of each column, in percent. */
  readonly widths: readonly number[];
};

/** A table whose rows are not torn between two pages. */
export function Rows({ head, rows, widths }: RowsProps) {
  return (
    <View>
      <View style={[styles.row, styles.headRow]} wrap={false}>
        <Cells of={head} widths={widths} />
      </View>
      {rows.map((row, at) => (
        <View key={`${at}`} style={styles.row} wrap={false}>
          <Cells of={row} widths={widths} />
        </View>
      ))}
    </View>
  );
}
