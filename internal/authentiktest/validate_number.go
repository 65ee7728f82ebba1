package authentiktest

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strconv"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// zeros are the decimal places that an integer may be written with.
var zeros = regexp.MustCompile(`\.0*\s*$`)

// number checks a number. An integer is kept whatever its size; only its limits count.
func (s *Server) number(definition contract.Definition, given any) (value any, message string) {
	message = noNumber
	if definition.Type == "integer" {
		message = noInteger
	}
	var word string
	switch given := given.(type) {
	case string:
		word = strip(given)
	case json.Number:
		word = pythonNumber(given)
	default:
		return nil, message
	}
	if len(word) > 1000 {
		return nil, "String value too large."
	}
	if definition.Type == "integer" {
		whole, ok := new(big.Int).SetString(zeros.ReplaceAllString(word, ""), 10)
		if !ok {
			return nil, message
		}
		return json.Number(whole.String()), outside(definition, new(big.Rat).SetInt(whole))
	}
	parsed, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return nil, message
	}
	return json.Number(pythonFloat(parsed)), outside(definition, new(big.Rat).SetFloat64(parsed))
}

// outside tells when a number is not within its limits.
func outside(definition contract.Definition, number *big.Rat) (message string) {
	switch {
	case number == nil:
		return noNumber
	case definition.Minimum != nil && number.Cmp(new(big.Rat).SetInt64(*definition.Minimum)) < 0:
		return fmt.Sprintf("Ensure this value is greater than or equal to %d.", *definition.Minimum)
	case definition.Maximum != nil && (definition.Minimum == nil || *definition.Maximum >= *definition.Minimum) && number.Cmp(new(big.Rat).SetInt64(*definition.Maximum)) > 0:
		return fmt.Sprintf("Ensure this value is less than or equal to %d.", *definition.Maximum)
	default:
		return ""
	}
}
