import type { ReactNode } from "react";

type ActionBarProps = {
  /** What is summed up: "Your choice, A + C + D". */
  readonly label: ReactNode;
  readonly sum: ReactNode;
  /** One plain sentence of consequence; left out on a phone. */
  readonly consequence?: ReactNode;
  /** One primary button whose words repeat the object. */
  readonly children: ReactNode;
};

export function ActionBar({ label, sum, consequence, children }: ActionBarProps) {
  return (
    <div className="action-bar">
      <div className="action-bar-sum">
        <small>{label}</small>
        <b>{sum}</b>
      </div>
      {consequence && <p>{consequence}</p>}
      <div className="action-bar-do">{children}</div>
    </div>
  );
}
