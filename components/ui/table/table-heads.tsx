"use client";

export { type Head, TableHeads } from "../plain/table-heads";
