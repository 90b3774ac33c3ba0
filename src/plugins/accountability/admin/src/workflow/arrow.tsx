import { useDirection } from '../use-direction';

/** From the state before to the one after, the way the panel's language is read. */
export const Arrow = () => <span aria-hidden>{useDirection() === 'rtl' ? '←' : '→'}</span>;
