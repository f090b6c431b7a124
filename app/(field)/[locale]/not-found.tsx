import { LinkForged } from "@/components/field/page/link-forged";

export default function FieldNotFound() {
  return <LinkForged />;
}
