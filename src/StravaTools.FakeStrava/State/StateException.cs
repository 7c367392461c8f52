namespace StravaTools.FakeStrava.State;

/// <summary>A state that is not valid.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="pointer">The place in the JSON, such as /tokens.</param>
internal sealed class StateException(string message, string pointer) : Exception(message)
{
    /// <summary>The place in the JSON, such as /tokens.</summary>
    public string Pointer { get; } = pointer;
}
