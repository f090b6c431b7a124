import type { Metadata } from "next";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Requests" };

const ROWS = Array.from({ length: 25 }, (_, at) => at + 1);
const HEADS = ["Number", "Service", "Goods", "From", "To", "Hub", "Ready", "Closes", "Bids", "State"];

/** A list as one writes it by hand: 25 rows of ten cells, a link in each row. It stays the same whatever the product's pages weigh. */
export default function TablePage() {
  return (
    <main>
      <h1>Requests</h1>
      <table>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <td>
                <a href={`/requests/${row}`}>KR-2611-{1000 + row}</a>
              </td>
              <td>Customs</td>
              <td>Solar inverters</td>
              <td>Yiwu</td>
              <td>Almaty</td>
              <td>Khorgos</td>
              <td>2026-12-10</td>
              <td>2026-11-28 10:00</td>
              <td>{row % 7}</td>
              <td>Open</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
