"use client";

import { type ReactNode, useEffect, useRef } from "react";

type ModalProps = {
  readonly className: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog over the page for as long as it is drawn; Esc and a press beside it close it, and the focus goes back to where it was. */
export function Modal({ className, label, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const onPress = ({ target }: MouseEvent) => {
      if (target === shown) shown?.close();
    };
    shown?.showModal();
    shown?.addEventListener("click", onPress);
    return () => {
      shown?.removeEventListener("click", onPress);
      shown?.close();
    };
  }, []);
  return (
    <dialog ref={dialog} className={className} aria-label={label} onClose={onClose}>
      <div className="modal-inside">{children}</div>
    </dialog>
  );
}
