import type { Metadata } from "next";
import { constants } from "../../constants";
import { elementOf } from "../element-of";

export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return { title: constants().list.title };
}

export default function ListPage() {
  return constants().list.body.map(elementOf);
}
