package authentiktest

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func number(definition contract.Definition, given any) (value any, message string) {
	message = noNumber
	if definition.Type == "integer" {
		message = noInteger
	}
	var word string
	switch given := given.(type) {
	case string:
		word = strip(given)
	case json.Number:
		word = given.String()
	default:
		return nil, message
	}
	parsed, err := strconv.ParseFloat(word, 64)
	if err != nil || definition.Type == "integer" && parsed != float64(int64(parsed)) {
		return nil, message
	}
	return parsed, outside(definition, parsed)
}

// outside tells when a number is not within its limits.
func outside(definition contract.Definition, number float64) (message string) {
	switch {
	case definition.Minimum != nil && number < float64(*definition.Minimum):
		return fmt.Sprintf("Ensure this value is greater than or equal to %d.", *definition.Minimum)
	case definition.Maximum != nil && number > float64(*definition.Maximum):
		return fmt.Sprintf("Ensure this value is less than or equal to %d.", *definition.Maximum)
	default:
		return ""
	}
}
