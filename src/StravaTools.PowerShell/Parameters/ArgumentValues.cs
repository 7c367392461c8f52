using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

internal static class ArgumentValues
{
    public static object? Unwrap(object? value)
    {
        if (value is PSObject wrapped)
        {
            return wrapped.BaseObject;
        }

        return value;
    }
}
