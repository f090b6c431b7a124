import encodeQr from "qr";

type QrCodeProps = {
  readonly text: string;
  /** What it opens, for who cannot see it. */
  readonly label: string;
};

// Phones want this much quiet around it (ISO/IEC 18004).
const BORDER = 4;

/** A text as a QR code: one path of squares, dark on light in either theme, since many cameras read no other. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQr(text, "raw", { border: BORDER, ecc: "medium" });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr-light" width={rows.length} height={rows.length} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}
