import { LinkForged } from "@/components/field/link-page";

export default function FieldNotFound() {
  return <LinkForged />;
}
