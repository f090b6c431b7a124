import { BarRow } from "../bar-row";
import { Chip, Moment, QuietChip, Route, TurnMark } from "../cells";
import { Drawing } from "../drawing";
import { GateRow } from "../gate-row";
import { Icon } from "../icons/icon";
import { Panel } from "../panel";
import * as bar from "../plain/bar-row";
import * as cells from "../plain/cells";
import * as drawing from "../plain/drawing";
import * as gate from "../plain/gate-row";
import * as icon from "../plain/icon";
import * as panel from "../plain/panel";
import * as heads from "../plain/table-heads";
import * as rows from "../plain/table-rows";
import * as waybill from "../plain/waybill-grid";
import { TableHeads } from "../table/table-heads";
import { TableRows } from "../table/table-rows";
import { WaybillGrid } from "../waybill-grid";

const PLAIN = new Map<unknown, unknown>([
  [BarRow, bar.BarRow],
  [Chip, cells.Chip],
  [Drawing, drawing.Drawing],
  [GateRow, gate.GateRow],
  [Icon, icon.Icon],
  [Moment, cells.Moment],
  [Panel, panel.Panel],
  [QuietChip, cells.QuietChip],
  [Route, cells.Route],
  [TableHeads, heads.TableHeads],
  [TableRows, rows.TableRows],
  [TurnMark, cells.TurnMark],
  [WaybillGrid, waybill.WaybillGrid],
]);

/** The same component where the server itself can call it; nothing for one that only the browser has. */
export const plainOf = (type: unknown): unknown => PLAIN.get(type);
