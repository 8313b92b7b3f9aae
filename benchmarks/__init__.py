"""How fast Lodestar is, measured beside others; nothing of the product imports this."""
