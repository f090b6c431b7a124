"use client";

export { type WaybillBox, WaybillGrid } from "./plain/waybill-grid";
