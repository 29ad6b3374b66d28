"""Reading running text: dates, counts, names, as values with places. Knows nothing of any form."""
