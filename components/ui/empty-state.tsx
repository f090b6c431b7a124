import type { ReactNode } from "react";

type EmptyStateProps = {
  /** Why there is nothing, in one sentence. */
  readonly reason: ReactNode;
  readonly detail?: ReactNode;
  /** One way out. */
  readonly children?: ReactNode;
};

export function EmptyState({ reason, detail, children }: EmptyStateProps) {
  return (
    <div className="condition">
      <svg className="open-gate" viewBox="0 0 64 40" aria-hidden="true">
        <path className="open-gate-frame" d="M20 13V4H44V13M44 27V36H20V27" />
        <path className="open-gate-rail" d="M0 14H18M0 26H18M46 17H64M46 23H64" />
      </svg>
      <div>
        <b>{reason}</b>
        {detail && <p>{detail}</p>}
        {children && <div className="flow">{children}</div>}
      </div>
    </div>
  );
}
