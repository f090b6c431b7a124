import { LinkUnopened } from "@/components/field/link-page";

export default function FieldNotFound() {
  return <LinkUnopened why="forged" />;
}
