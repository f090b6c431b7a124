/** What next/navigation throws to lead elsewhere says that the action was done; it is no broken line. */
export const isNavigation = (error: unknown): boolean =>
  String((error as { digest?: unknown } | null)?.digest ?? "").startsWith("NEXT_");
