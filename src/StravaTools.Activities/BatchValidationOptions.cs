using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>How <see cref="ActivityValidator.ValidateManyAsync"/> checks many files.</summary>
public sealed record BatchValidationOptions
{
    /// <summary>The rules to check, and the input of the checks.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>The number of threads, at least 1. The number of cores is a good choice.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether to compute <see cref="CheckedFile.Sha256"/>, which takes longer than checking.</summary>
    public bool ComputesSha256 { get; init; }
}
