import { TextPage } from "../text-page";

export default async function PrivacyPage() {
  return <TextPage kind="privacy" />;
}
