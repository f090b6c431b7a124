"use client";

import { createContext, useContext } from "react";
import { LookedRow, type TableRowProps, type TableRowsProps } from "../plain/table-rows";
import type { ColumnLook } from "./column";

const Looks = createContext<readonly ColumnLook[]>([]);

/** The rows of a table, which share the looks of its columns: they are sent once. */
export const TableRows = ({ looks, children }: TableRowsProps) => <Looks value={looks}>{children}</Looks>;

/** A row is sent as what stands in its cells; elements are made of it here. */
export const TableRow = (props: TableRowProps) => <LookedRow looks={useContext(Looks)} {...props} />;
