//~ family: E0133-unsafe
struct Link {
    value: i32,
    next: *mut Link,
}

struct Stack {
    top: *mut Link,
    size: usize,
}

impl Stack {
    fn push(&mut self, value: i32) {
        let link = Box::new(Link { value, next: self.top });
        self.top = Box::into_raw(link);
        self.size += 1;
    }

    fn pop(&mut self) -> Option<i32> {
        if self.top.is_null() {
            return None;
        }
        let link = unsafe { Box::from_raw(self.top) };
        self.top = link.next;
        self.size -= 1;
        Some(link.value)
    }

    fn peek(&self) -> Option<&i32> {
        unsafe { self.top.as_ref() }.map(|link| &link.value)
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        while self.pop().is_some() {}
    }
}

fn second(stack: &Stack) -> i32 {
    match stack.size {
        0 | 1 => -1,
        _ => {
            let below = unsafe { (*stack.top).next };
            unsafe { (*below).value }
        }
    }
}

fn main() {
    let mut stack = Stack { top: std::ptr::null_mut(), size: 0 };
    [4, 7, 9].into_iter().for_each(|value| stack.push(value));
    println!("{} {:?}", second(&stack), stack.peek());
    println!("{:?} {:?} {}", stack.pop(), stack.pop(), stack.size);
}
