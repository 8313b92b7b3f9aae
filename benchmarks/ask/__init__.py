"""How well a sentence is understood, measured on what people really asked."""
