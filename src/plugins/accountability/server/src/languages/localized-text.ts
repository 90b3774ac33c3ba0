export { FALLBACK_LANGUAGE, fallbackChain, textIn, type LocalizedText } from '../../../shared/localized-text';
