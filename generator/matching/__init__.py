"""Who fits whom, and why: explained arithmetic on what both sides state. `site/assets/match.js` is its twin."""
